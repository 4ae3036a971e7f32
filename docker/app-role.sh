#!/bin/sh
# Runs once, when the database is created. The program's role owns its database and is not a superuser. The superuser
# has no password, so it cannot log in over the network. Use `docker compose exec postgis psql -U postgres budkavle`.
set -e
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv password POSTGRES_PASSWORD
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE ROLE budkavle LOGIN PASSWORD :'password';
ALTER DATABASE budkavle OWNER TO budkavle;
ALTER ROLE CURRENT_USER PASSWORD NULL;
SQL

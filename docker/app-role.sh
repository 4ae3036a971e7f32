#!/bin/sh
# Run once, when the database is made: the program owns its database and is no superuser. Nobody logs in as the superuser
# over the network; `docker compose exec postgis psql -U postgres budkavle` does.
set -e
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv password POSTGRES_PASSWORD
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE ROLE budkavle LOGIN PASSWORD :'password';
ALTER DATABASE budkavle OWNER TO budkavle;
ALTER ROLE CURRENT_USER PASSWORD NULL;
SQL

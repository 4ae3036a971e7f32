export const twilioUrl = 'https://api.twilio.com';

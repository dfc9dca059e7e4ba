/**
 * User agents of unfurlers, crawlers and mail scanners. Each stands, letter for letter, in one of
 * the lists below as of 2026, unless a line says otherwise; a comment names what it belongs to and
 * where its maker describes it.
 *
 * - https://github.com/monperrus/crawler-user-agents (crawler-user-agents.json, 7c7f9f2)
 * - https://github.com/omrilotan/isbot (fixtures/crawlers.yml, 344052d), and what it gathers in
 *   fixtures/downloaded from user-agents.net, myip.ms and matomo-org/device-detector
 */

export const unfurlerAgents: readonly string[] = [
  // Slack: https://api.slack.com/robots
  "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
  "Slackbot 1.0 (+https://api.slack.com/robots)",
  "Slack-ImgProxy (+https://api.slack.com/robots)",
  // Meta: https://developers.facebook.com/docs/sharing/webmasters/web-crawlers
  "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
  "facebookcatalog/1.0",
  "meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
  "meta-externalfetcher/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
  // WhatsApp, and iMessage, which names Facebook's and X's: monperrus/crawler-user-agents on GitHub
  "WhatsApp/2.12.16/i",
  "WhatsApp/2.21.19.21 A",
  "WhatsApp/0.3.4941 N",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
  // X: https://developer.x.com/en/docs/x-for-websites/cards/guides/getting-started
  "Twitterbot/1.0",
  // LinkedIn: https://www.linkedin.com/robots.txt, and monperrus/crawler-user-agents
  "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
  "LinkedInBot/1.0 (compatible; Mozilla/5.0; Jakarta Commons-HttpClient/3.1 +http://www.linkedin.com)",
  // Discord and Telegram: monperrus/crawler-user-agents on GitHub
  "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
  "TelegramBot (like TwitterBot)",
  // Pinterest: https://help.pinterest.com/en/business/article/pinterestbot
  "Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)",
  "Pinterest/0.2 (+https://www.pinterest.com/bot.html)",
  // Microsoft: https://www.bing.com/webmasters/help/which-crawlers-does-bing-use-8c184ec0 and Teams
  "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
  "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36",
  "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b",
  "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
  // As Microsoft writes it, with a version for W.X.Y.Z.
  "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; MicrosoftPreview/2.0; +https://aka.ms/MicrosoftPreview) Chrome/116.0.1938.76 Safari/537.36",
  // Google: https://developers.google.com/search/docs/crawling-indexing/google-common-crawlers
  "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/41.0.2272.96 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  "Googlebot-Image/1.0",
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/56.0.2924.87 Safari/537.36 Google-PageRenderer Google (+https://developers.google.com/+/web/snippet/)",
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/41.0.2272.118 Safari/537.36 (compatible; Google-Read-Aloud; +https://developers.google.com/search/docs/crawling-indexing/overview-google-crawlers)",
  // Apple: https://support.apple.com/en-us/119829
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)",
  // Reddit, Tumblr, Line, Mastodon, Bluesky, Snapchat: monperrus/crawler-user-agents
  "Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)",
  "Tumblr/14.0.835.186",
  "facebookexternalhit/1.1;line-poker/1.0",
  "http.rb/2.2.2 (Mastodon/1.5.1; +https://example-masto-instance.org/)",
  "mozilla/5.0 applewebkit/537.36 (khtml, like gecko; compatible; bluesky cardyb/1.1; +mailto:support@bsky.app) chrome/w.x.y.z safari/537.36",
  "Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots",
  "Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)",
  "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
  "Iframely/1.3.1 (+https://iframely.com/docs/about)",
  // Other search engines: https://duckduckgo.com/duckduckbot, https://yandex.com/bots
  "DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)",
  "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
  // A mail scanner that says who it is (in device-detector's list), and bare clients
  "Barracuda Sentinel (EE)",
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/100.0.4896.88 Safari/537.36",
  "curl/7.64.1",
  "python-requests/2.21.0",
  "Go-http-client/2.0",
];

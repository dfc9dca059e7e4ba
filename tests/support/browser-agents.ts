/** User agents of browsers that people use, inside and outside of other apps. */

const ios = (tail: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS 17_1_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${tail}`;
const pixel = (tail: string) =>
  `Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UQ1A.231205.015; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0.6045.194 Mobile Safari/537.36 ${tail}`.trim();
const windows = (tail: string) =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ${tail}`;

export const browserAgents: readonly string[] = [
  // Chrome's reduced strings: https://www.chromium.org/updates/ua-reduction
  windows("Chrome/119.0.0.0 Safari/537.36"),
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36",
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36",
  "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36",
  ios("CriOS/119.0.6045.109 Mobile/15E148 Safari/604.1"),
  // Safari: https://developer.apple.com/documentation/safari-release-notes, as MDN quotes them
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15",
  ios("Version/17.1 Mobile/15E148 Safari/604.1"),
  "Mozilla/5.0 (iPad; CPU OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (iPod touch; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6.6 Mobile/15E148 Safari/604.1",
  // Firefox: https://developer.mozilla.org/en-US/docs/Web/HTTP/Headers/User-Agent/Firefox
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 14.1; rv:120.0) Gecko/20100101 Firefox/120.0",
  "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0",
  "Mozilla/5.0 (Android 14; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0",
  ios("FxiOS/120.0 Mobile/15E148 Safari/605.1.15"),
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0",
  // Edge: https://learn.microsoft.com/en-us/microsoft-edge/web-platform/user-agent-guidance
  windows("Chrome/119.0.0.0 Safari/537.36 Edg/119.0.0.0"),
  "Mozilla/5.0 (Linux; Android 10; HD1913) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.6045.163 Mobile Safari/537.36 EdgA/119.0.2151.78",
  ios("Version/17.0 EdgiOS/119.2151.96 Mobile/15E148 Safari/605.1.15"),
  // Others: https://www.whatismybrowser.com/guides/the-latest-user-agent
  windows("Chrome/118.0.0.0 Safari/537.36 OPR/104.0.0.0"),
  "Mozilla/5.0 (Linux; Android 10; VOG-L29) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.6045.163 Mobile Safari/537.36 OPR/76.2.4027.73374",
  windows("Chrome/119.0.0.0 Safari/537.36 Vivaldi/6.4.3160.42"),
  windows("Chrome/118.0.0.0 YaBrowser/23.11.0 Yowser/2.5 Safari/537.36"),
  "Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Linux; U; Android 13; en-us; M2102J20SG) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.4.0-g",
  "Mozilla/5.0 (Linux; U; Android 12; en-US; SM-A127F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.4.0.1306 Mobile Safari/537.36",
  "Mozilla/5.0 (Linux; Android 11; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/118.4.1 like Chrome/118.0.5993.155 Safari/537.36",
  pixel("DuckDuckGo/5"),
  // In-app browsers: https://github.com/faisalman/ua-parser-js (test/data)
  ios(
    "Mobile/15E148 [FBAN/FBIOS;FBAV/441.0.0.27.105;FBBV/536888837;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/17.1.1;FBSS/3;FBCR/;FBID/phone;FBLC/en_US;FBOP/80]",
  ),
  pixel("[FB_IAB/FB4A;FBAV/441.0.0.31.113;]"),
  ios(
    "Mobile/15E148 Instagram 309.0.0.13.113 (iPhone14,5; iOS 17_1_1; en_US; en-US; scale=3.00; 1170x2532; 537288535)",
  ),
  pixel(
    "Instagram 309.0.0.40.113 Android (34/14; 420dpi; 1080x2205; Google/google; Pixel 8; shiba; en_US)",
  ),
  ios("Mobile/15E148 Safari Line/13.18.0"),
  ios("Mobile/15E148 MicroMessenger/8.0.43(0x18002b2f) NetType/WIFI Language/en"),
  ios("Mobile/15E148 [LinkedInApp]/9.28.7586"),
  ios("Mobile/15E148 Snapchat/12.61.0.51 (like Safari/8616.2.9.10.10, panda)"),
  pixel("musical_ly_2023205030 JsSdk/1.0 NetType/WIFI Channel/googleplay ByteLocale/en"),
  ios("Mobile/15E148 GSA/292.0.582906555 Safari/604.1"),
  ios("Mobile/15E148 Twitter for iPhone/10.17"),
  pixel("Teams/1416/1.0.0.2023193702"),
  // A web view that says no more: https://developer.chrome.com/docs/webview/user-agent
  pixel(""),
  ios("Mobile/15E148"),
];

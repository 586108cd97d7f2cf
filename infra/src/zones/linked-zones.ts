/**
 * Names that people and servicing systems write, but that `Intl.supportedValuesOf('timeZone')` leaves out
 * on some machines, because it lists one name for each zone and not the same one everywhere.
 */
export const linkedZones: readonly string[] = [
  'UTC', 'Etc/UTC', 'Etc/GMT', 'GMT',
  'Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'Asia/Kashgar', 'PRC', 'Asia/Hong_Kong', 'Hongkong',
  'Asia/Macau', 'Asia/Macao', 'Asia/Taipei', 'ROC', 'Asia/Singapore', 'Singapore', 'Asia/Tokyo', 'Japan', 'Asia/Seoul', 'ROK',
  'Asia/Kolkata', 'Asia/Calcutta', 'Asia/Kathmandu', 'Asia/Katmandu', 'Asia/Yangon', 'Asia/Rangoon', 'Asia/Ho_Chi_Minh', 'Asia/Saigon',
  'Asia/Dhaka', 'Asia/Dacca', 'Asia/Thimphu', 'Asia/Thimbu', 'Asia/Makassar', 'Asia/Ujung_Pandang', 'Asia/Ulaanbaatar', 'Asia/Ulan_Bator',
  'Asia/Istanbul', 'Europe/Istanbul', 'Asia/Nicosia', 'Europe/Nicosia', 'Asia/Tel_Aviv', 'Asia/Jerusalem', 'Asia/Ashgabat', 'Asia/Ashkhabad',
  'Europe/Kyiv', 'Europe/Kiev', 'Europe/Chisinau', 'Europe/Tiraspol', 'Atlantic/Faroe', 'Atlantic/Faeroe', 'Atlantic/Reykjavik', 'Iceland',
  'GB', 'Eire', 'Portugal', 'Poland', 'Turkey', 'Egypt', 'Iran', 'Israel', 'Jamaica', 'Cuba', 'NZ', 'CET', 'EET', 'MET', 'WET',
  'Africa/Asmara', 'Africa/Asmera', 'Africa/Timbuktu', 'America/Nuuk', 'America/Godthab', 'America/Atikokan', 'America/Coral_Harbour',
  'America/Argentina/Buenos_Aires', 'America/Buenos_Aires', 'America/Argentina/Catamarca', 'America/Catamarca', 'America/Argentina/Cordoba',
  'America/Cordoba', 'America/Argentina/Jujuy', 'America/Jujuy', 'America/Argentina/Mendoza', 'America/Mendoza',
  'America/Indiana/Indianapolis', 'America/Indianapolis', 'America/Fort_Wayne', 'America/Kentucky/Louisville', 'America/Louisville',
  'America/Shiprock', 'America/Montreal', 'America/Santa_Isabel', 'America/Ensenada', 'America/Virgin', 'America/Porto_Acre',
  'US/Alaska', 'US/Aleutian', 'US/Arizona', 'US/Central', 'US/East-Indiana', 'US/Eastern', 'US/Hawaii', 'US/Michigan', 'US/Mountain', 'US/Pacific',
  'Canada/Atlantic', 'Canada/Central', 'Canada/Eastern', 'Canada/Mountain', 'Canada/Newfoundland', 'Canada/Pacific',
  'Australia/ACT', 'Australia/NSW', 'Australia/North', 'Australia/Queensland', 'Australia/South', 'Australia/Tasmania', 'Australia/Victoria',
  'Australia/West', 'Australia/Canberra', 'Brazil/East', 'Brazil/West', 'Chile/Continental', 'Mexico/General', 'Pacific/Auckland',
  'Pacific/Chuuk', 'Pacific/Truk', 'Pacific/Pohnpei', 'Pacific/Ponape', 'Pacific/Kanton', 'Pacific/Enderbury', 'Pacific/Samoa',
];

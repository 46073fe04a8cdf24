package domain

// SettingRebuild is the setting that names the newest request to make the
// indexes anew.
const SettingRebuild = "search.rebuild"

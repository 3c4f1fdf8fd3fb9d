using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Settings;

/// <summary>The words of the settings.</summary>
public static class SettingsTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Settings.SettingsTexts");
}

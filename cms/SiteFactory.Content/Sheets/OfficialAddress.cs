namespace SiteFactory.Content.Sheets;

/// <summary>Where a sheet stands on service-public.fr.</summary>
public static class OfficialAddress
{
    /// <summary>The sheet's page for its audience; private people when none is said.</summary>
    public static string Of(string id, string? audience = null) => "https://www.service-public.fr/" + audience switch
    {
        "Professionnels" => "professionnels-entreprises",
        "Associations" => "associations",
        _ => "particuliers",
    } + "/vosdroits/" + id;
}

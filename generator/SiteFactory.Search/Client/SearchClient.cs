using SiteFactory.Search.French;

namespace SiteFactory.Search.Client;

/// <summary>The scripts that read an index in a browser, as the build made them small.</summary>
public static class SearchClient
{
    /// <summary>The module that answers queries: <c>openIndex(baseUrl)</c>.</summary>
    public static string Search => EmbeddedText.Read("Client/search.js");

    /// <summary>The module that brings the search page to life; it imports <c>./search.js</c>.</summary>
    public static string SearchPage => EmbeddedText.Read("Client/search-page.js");
}

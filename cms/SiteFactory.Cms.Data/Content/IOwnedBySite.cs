namespace SiteFactory.Cms.Data.Content;

/// <summary>A row that belongs to one site: a context that is restricted to a site sees and writes that site's rows only.</summary>
public interface IOwnedBySite
{
    /// <summary>The key of the site that owns the row.</summary>
    string SiteKey { get; }
}

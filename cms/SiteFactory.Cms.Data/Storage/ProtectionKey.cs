namespace SiteFactory.Cms.Data.Storage;

/// <summary>A key that cookies and links are protected with, shared by all processes of the CMS.</summary>
public sealed class ProtectionKey
{
    public int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>As ASP.NET Core's data protection writes it.</summary>
    public required string Xml { get; init; }
}

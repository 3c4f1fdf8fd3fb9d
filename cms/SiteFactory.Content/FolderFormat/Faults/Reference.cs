namespace SiteFactory.Content.FolderFormat.Faults;

/// <summary>What a reference names.</summary>
internal enum ReferenceKind
{
    Topic,
    Zone,
    Site,
    Place,
    Portal,
    Page,
    Item,

    /// <summary>An old address that leads to the item; it must be free.</summary>
    Redirect,

    /// <summary>A media file: <c>media/x.jpg</c>, or <c>metropole/media/x.jpg</c>.</summary>
    Media,

    /// <summary>A picture that comes without words of its own: <c>media.yaml</c> should have them.</summary>
    PictureWithoutWords,

    /// <summary>A sheet of service-public.fr.</summary>
    Sheet,
}

/// <summary>Something that a file names and that must exist elsewhere.</summary>
internal readonly record struct Reference(ReferenceKind Kind, string Value, int Line, string Key);

using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>Where an export goes: a folder, an archive, a test's memory.</summary>
public interface IContentSink
{
    /// <summary>Writes a text file, UTF-8 without a byte order mark.</summary>
    void WriteText(string path, string text);

    /// <summary>Copies the media file's bytes.</summary>
    void WriteMedia(string path, MediaItem media);
}

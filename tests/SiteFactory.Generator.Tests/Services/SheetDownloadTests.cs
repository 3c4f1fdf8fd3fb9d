using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SiteFactory.Generator.Load;

namespace SiteFactory.Generator.Tests.Services;

/// <summary>The official archive by its address: a good one is taken, and nothing else takes the place of the last good one.</summary>
public sealed class SheetDownloadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sf-archive-").FullName;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SheetDownloadTests() => _listener.Start();

    private string Kept => Path.Combine(_folder, "vosdroits.zip");

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _listener.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_good_archive_replaces_the_one_of_before()
    {
        File.WriteAllText(Kept, "old");
        Assert.Null(await KeepAsync(Answer(Archive("F1.xml")), isHeld: false));
        using var source = SheetSource.Open(Kept);
        Assert.Equal("F1", Assert.Single(source.Titles()).Id);
    }

    [Theory]
    [InlineData("too large", typeof(IOException))]
    [InlineData("cut off", typeof(IOException))]
    [InlineData("cut off, length untold", typeof(InvalidDataException))]
    [InlineData("slow", typeof(IOException))]
    [InlineData("a page", typeof(InvalidDataException))]
    [InlineData("another archive", typeof(InvalidDataException))]
    [InlineData("down", typeof(HttpRequestException))]
    [InlineData("into a private network", typeof(IOException))]
    public async Task What_is_no_archive_of_sheets_leaves_the_last_good_copy_and_tells_why(string trouble, Type why)
    {
        File.WriteAllText(Kept, "old");
        Assert.IsAssignableFrom(why, await KeepAsync(Bad(trouble), isHeld: trouble == "slow"));
        Assert.Equal("old", File.ReadAllText(Kept));
        Assert.Equal([Kept], Directory.GetFiles(_folder));
    }

    private byte[] Bad(string trouble)
    {
        var good = Archive("F1.xml");
        return trouble switch
        {
            "too large" => Answer([.. good, .. new byte[100_000]]),
            "cut off" => Answer(good)[..^40],
            "cut off, length untold" => [.. Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), .. good[..^40]],
            "slow" => Answer(good)[..^40],
            "a page" => Answer(Encoding.ASCII.GetBytes("<!doctype html><title>Maintenance</title>")),
            "another archive" => Answer(Archive("lisez-moi.xml")),
            "down" => Encoding.ASCII.GetBytes("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"),
            _ => Encoding.ASCII.GetBytes("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:9/vosdroits.zip\r\nContent-Length: 0\r\n\r\n"),
        };
    }

    /// <summary>Serves those bytes once.</summary>
    /// <param name="isHeld">The connection stays open after them.</param>
    private async Task<Exception?> KeepAsync(byte[] bytes, bool isHeld)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/vosdroits.zip"));
        var limits = new SheetLimits(50_000, isHeld ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromMinutes(1));
        var keeping = SheetDownload.KeepAsync(address, Kept, DateTimeOffset.MaxValue, CancellationToken.None, limits);
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await stream.ReadExactlyAsync(new byte[16]);
        await stream.WriteAsync(bytes);
        if (!isHeld)
            client.Client.Shutdown(SocketShutdown.Send);
        return await keeping;
    }

    private static byte[] Answer(byte[] body) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: {body.Length}\r\n\r\n")), .. body];

    private static byte[] Archive(string name)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write("""<Publication xmlns:dc="http://purl.org/dc/elements/1.1/" ID="F1"><dc:title>Livret de famille</dc:title><dc:subject>Famille</dc:subject></Publication>""");
        }
        return bytes.ToArray();
    }
}

using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SiteFactory.Cms.Media;

namespace SiteFactory.Cms.Tests.Library;

/// <summary>Media in an S3-compatible store: written once, read by another machine, and never taken for something else.</summary>
public sealed class S3MediaFilesTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, byte[]> _objects = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("sf-s3-").FullName;
    private WebApplication _server = null!;
    private int _writes;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_one_machine_writes_another_reads()
    {
        var hash = await Machine("one").AddAsync(new MemoryStream("bonjour"u8.ToArray()), CancellationToken.None);
        Assert.Equal($"/photos/media/{hash[..2]}/{hash}", Assert.Single(_objects.Keys));
        var other = Machine("other");
        Assert.Null(other.LocalPath(hash));
        await using var stream = other.OpenRead(hash);
        Assert.Equal("bonjour", await new StreamReader(stream).ReadToEndAsync());
        Assert.NotNull(other.LocalPath(hash));
    }

    [Fact]
    public async Task The_same_bytes_are_written_once()
    {
        await Machine("one").AddAsync(new MemoryStream("deux fois"u8.ToArray()), CancellationToken.None);
        await Machine("two").AddAsync(new MemoryStream("deux fois"u8.ToArray()), CancellationToken.None);
        Assert.Equal(1, _writes);
    }

    [Fact]
    public void What_is_gone_is_an_input_error() => Assert.Throws<IOException>(() => Machine("one").OpenRead(new string('0', 64)));

    [Fact]
    public void Other_bytes_than_the_name_promises_are_refused()
    {
        var hash = new string('1', 64);
        _objects[$"/photos/media/11/{hash}"] = Encoding.UTF8.GetBytes("autre chose");
        Assert.Throws<IOException>(() => Machine("one").OpenRead(hash));
    }

    private S3MediaFiles Machine(string name)
    {
        var options = new S3Options { Endpoint = _server.Urls.First(), Bucket = "photos", AccessKey = "cle", SecretKey = "secret" };
        return new(S3MediaFiles.Client(options), options.Bucket, new FolderMediaFiles(Path.Combine(_folder, name)));
    }

    // As much of the protocol as there is use for.
    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (!context.Request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 Credential=cle/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (HttpMethods.IsPut(context.Request.Method))
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _objects[path] = body.ToArray();
            Interlocked.Increment(ref _writes);
        }
        else if (!_objects.TryGetValue(path, out var bytes))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            context.Response.ContentLength = bytes.Length;
            if (HttpMethods.IsGet(context.Request.Method))
                await context.Response.Body.WriteAsync(bytes);
        }
    }
}

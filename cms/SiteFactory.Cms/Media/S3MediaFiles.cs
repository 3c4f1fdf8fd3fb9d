using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace SiteFactory.Cms.Media;

/// <summary>
/// Media in an S3-compatible store, addressed by path. Files never change once written, so that a folder of this machine keeps those
/// that were read; it may be emptied at any time.
/// </summary>
public sealed class S3MediaFiles(IAmazonS3 store, string bucket, FolderMediaFiles cache) : IMediaFiles
{
    /// <summary>A client for the store of the settings.</summary>
    public static IAmazonS3 Client(S3Options options) => new AmazonS3Client(
        new BasicAWSCredentials(options.AccessKey, options.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = options.Endpoint,
            AuthenticationRegion = options.Region,
            ForcePathStyle = true,
            // Other makers' stores know neither of the newer ones.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    /// <inheritdoc/>
    public async Task<string> AddAsync(Stream content, CancellationToken cancellation)
    {
        var hash = await cache.AddAsync(content, cancellation);
        if (!await HasAsync(hash, cancellation))
        {
            await using var file = cache.OpenRead(hash);
            await store.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = KeyOf(hash), InputStream = file, AutoCloseStream = false, DisablePayloadSigning = false, UseChunkEncoding = false }, cancellation);
        }
        return hash;
    }

    /// <inheritdoc/>
    public Stream OpenRead(string hash)
    {
        if (LocalPath(hash) is null)
            FetchAsync(hash).GetAwaiter().GetResult();
        return cache.OpenRead(hash);
    }

    /// <inheritdoc/>
    public string? LocalPath(string hash) => cache.LocalPath(hash) is { } path && File.Exists(path) ? path : null;

    private async Task FetchAsync(string hash)
    {
        try
        {
            using var answer = await store.GetObjectAsync(bucket, KeyOf(hash));
            var found = await cache.AddAsync(answer.ResponseStream, CancellationToken.None);
            if (!CryptographicOperations.FixedTimeEquals(Convert.FromHexString(found), Convert.FromHexString(hash)))
                throw new IOException($"The store answers other bytes for '{hash}'.");
        }
        catch (AmazonServiceException e)
        {
            throw new IOException($"The media file '{hash}' is not in the store: {e.Message}", e);
        }
    }

    private async Task<bool> HasAsync(string hash, CancellationToken cancellation)
    {
        try
        {
            await store.GetObjectMetadataAsync(bucket, KeyOf(hash), cancellation);
            return true;
        }
        catch (AmazonServiceException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private static string KeyOf(string hash) => $"media/{hash[..2]}/{hash}";
}

/// <summary>The settings of an S3-compatible store; without an endpoint, media are in a folder.</summary>
public sealed class S3Options
{
    /// <summary><c>https://s3.example.org</c>; empty: no such store.</summary>
    public string Endpoint { get; set; } = "";

    public string Bucket { get; set; } = "";

    public string Region { get; set; } = "us-east-1";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";
}

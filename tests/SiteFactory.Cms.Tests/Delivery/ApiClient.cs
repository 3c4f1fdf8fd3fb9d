using System.Net.Http.Headers;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Delivery;

/// <summary>Programs with keys.</summary>
internal static class ApiClient
{
    /// <summary>A client whose key has this right, on one site or, without one, on all.</summary>
    public static async Task<HttpClient> ProgramAsync(this CmsHost host, ApiRight right, string? site = null)
    {
        var key = "sf_" + Secrets.New();
        await host.InDatabaseAsync(database =>
        {
            database.ApiKeys.Add(new() { Id = Guid.NewGuid(), Name = "essai", SiteKey = site, Right = right, Prefix = key[..8], SecretHash = Secrets.Hash(key), CreatedAt = host.Clock.GetCurrentInstant(), CreatedBy = "essai" });
            return database.SaveChangesAsync();
        });
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}

using Microsoft.Extensions.Options;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Hosting;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Where people see the public sites: at their domains, or, on a machine to try things on, beside the back office.</summary>
public sealed class PublicAddresses(IOptions<CmsOptions> options)
{
    /// <summary>The site's home, without a slash at the end.</summary>
    public string Of(SiteRecord site) =>
        Uri.TryCreate(options.Value.Address, UriKind.Absolute, out var own) && own.Host == "localhost"
            ? $"{own.Scheme}://{site.Key}.localhost{(own.IsDefaultPort ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{own.Port}"))}"
            : "https://" + site.Domain;

    /// <summary>The item's page; the home for what has none.</summary>
    public string Of(SiteRecord site, ContentItem item) => Of(site) + (SiteAddresses.Of(item) ?? "/");
}

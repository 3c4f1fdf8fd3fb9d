using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;

namespace SiteFactory.EServices.Publik;

/// <summary>A portal that runs Publik (Entr’ouvert).</summary>
public class PublikPortal(PortalDeclaration declaration, PublikSigning? signing) : IPortal
{
    /// <inheritdoc/>
    public PortalDeclaration Declaration { get; } = declaration;

    /// <inheritdoc/>
    public TrackingDoor? Tracking => TrackingDoor.Of(Declaration.Tracking) ?? new("post", Base + "/code/load", "code");

    /// <inheritdoc/>
    public ImmutableArray<string> Prefills => [Declaration.Parameter];

    private string Base => Declaration.Url!.TrimEnd('/');

    /// <inheritdoc/>
    public string AddressOf(string key) => $"{Base}/{Uri.EscapeDataString(key)}/";

    /// <summary>
    /// The categories with their forms, which most portals tell anybody; when the machine has a key, the list of forms too,
    /// which also says what needs an account. A portal that keeps its categories to itself is asked for its forms alone.
    /// </summary>
    public async Task<ImmutableArray<PortalService>?> ReadAsync(IPortalTransport transport, CancellationToken cancellation)
    {
        var host = new Uri(Base).Host;
        ImmutableArray<PublikForm> forms;
        try
        {
            forms = PublikAnswer.Categories(await AskAsync("/api/categories/", "full=on").ConfigureAwait(false));
        }
        catch (PortalException e) when (e.Problem == PortalProblem.Refused)
        {
            forms = PublikAnswer.Forms(await AskAsync("/api/formdefs/", "").ConfigureAwait(false));
            return PublikAnswer.Services(forms, [], host, AddressOf);
        }
        var more = signing is null ? [] : PublikAnswer.Forms(await AskAsync("/api/formdefs/", "").ConfigureAwait(false));
        return PublikAnswer.Services(forms, more, host, AddressOf);

        Task<ReadOnlyMemory<byte>> AskAsync(string path, string query)
        {
            var signed = signing?.Sign(query) ?? query;
            return transport.GetAsync(new(Base + path + (signed.Length == 0 ? "" : "?" + signed)), Declaration.IsLocal, cancellation);
        }
    }
}

using SiteFactory.Cms.Access;
using SiteFactory.Cms.Features.Items;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>What every screen of everyday services works with.</summary>
public sealed record EverydayTools(EverydayStore Store, EditContexts Contexts, CurrentSite Site, ShownPages Pages, EverydayChoices Choices, EverydayProposals Proposals);

using System.Collections.Immutable;
using SiteFactory.Theming.Pictures;

namespace SiteFactory.Generator.Plan.Pictures;

/// <summary>What a page shows of a picture, and the files that must then be on the site.</summary>
public sealed record PlannedPicture(PictureModel Model, ImmutableArray<PictureVariant> Variants);

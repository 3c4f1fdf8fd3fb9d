using SiteFactory.Content.Model;
using SiteFactory.EServices.Publik;

namespace SiteFactory.EServices.Box;

/// <summary>
/// The portal that comes with the product. It answers Publik's routes, so that a territory moves to Publik by changing one word
/// of its declaration.
/// </summary>
public sealed class BoxPortal(PortalDeclaration declaration, PublikSigning? signing) : PublikPortal(declaration, signing);

using Microsoft.AspNetCore.Mvc;

namespace SiteFactory.Cms.Features.Items;

/// <summary>What the framework says of values that it cannot read, in French.</summary>
internal static class FrenchBinding
{
    public static void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        var bad = ItemTexts.T["BadValue"];
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => bad);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => bad);
        messages.SetUnknownValueIsInvalidAccessor(_ => bad);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => bad);
        messages.SetValueIsInvalidAccessor(_ => bad);
        messages.SetValueMustBeANumberAccessor(_ => bad);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => bad);
        messages.SetValueMustNotBeNullAccessor(_ => bad);
        messages.SetMissingBindRequiredValueAccessor(_ => bad);
        messages.SetMissingKeyOrValueAccessor(() => bad);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => bad);
        // A text that may not be empty says so itself, in its own words.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}

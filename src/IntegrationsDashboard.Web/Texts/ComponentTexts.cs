using IntegrationsDashboard.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace IntegrationsDashboard.Web.Texts;

/// <summary>What the component library says by itself, in the reader's language.</summary>
internal sealed class ComponentTexts(IStringLocalizer<MudResources> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}

using System.Globalization;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Shared;
using IntegrationsDashboard.Web.Embedding;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Settings;

/// <summary>Lets an integration's status be shown in the customer's own product, and tells where it is.</summary>
public sealed partial class EmbedSection
{
    // In days.
    private static readonly int[] Lives = [1, 7, 30, 90, 365];

    private IReadOnlyList<Embed> _open = [];
    private Embed? _created;
    private string? _origins;
    private int _days = 90;
    private string _language = "";
    private EmbedTheme _theme;
    private string? _refusal;
    private bool _busy;
    private string? _of;

    /// <summary>The integration.</summary>
    [Parameter, EditorRequired]
    public IntegrationView Item { get; set; } = null!;

    /// <summary>What the viewer may change.</summary>
    [Parameter, EditorRequired]
    public WorkspaceScope Scope { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_of != Item.Id)
        {
            _of = Item.Id;
            _open = await Embeds.OpenAsync(Scope, Item.Id);
        }
    }

    private string NameOf(string? language)
    {
        if (string.IsNullOrEmpty(language))
        {
            return Words["Language_Reader"];
        }

        var culture = CultureInfo.GetCultureInfo(language);
        return culture.TextInfo.ToTitleCase(culture.NativeName);
    }

    private async Task CreateAsync()
    {
        var origins = (_origins ?? "").Split(['\n', '\r', ' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _refusal = origins.Length == 0
            ? Words["OriginsNone"].Value
            : origins.FirstOrDefault(origin => EmbedOrigin.TryRead(origin) is null) is { } wrong ? Words["OriginWrong", wrong].Value : null;
        if (_refusal is not null)
        {
            return;
        }

        _busy = true;
        try
        {
            await Snackbar.TryAsync(
                Layout,
                async () => _created = await Ledger.WriteAsync(session => session.CreateEmbedAsync(Scope, new NewEmbed(Item.Id, origins, TimeSpan.FromDays(_days)))),
                refusal => _refusal = refusal);
        }
        finally
        {
            _busy = false;
        }

        _open = await Embeds.OpenAsync(Scope, Item.Id);
    }

    private async Task RevokeAsync(Embed embed)
    {
        if (await Snackbar.TryAsync(Layout, () => Ledger.WriteAsync(session => session.RevokeEmbedAsync(Scope, Item.Id, embed.Id))))
        {
            Snackbar.Add(Words["Revoked"], Severity.Success);
        }

        if (_created?.Id == embed.Id)
        {
            _created = null;
        }

        _open = await Embeds.OpenAsync(Scope, Item.Id);
    }
}

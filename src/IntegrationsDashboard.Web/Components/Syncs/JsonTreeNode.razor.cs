using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>A value of a JSON document, with what is within it once it is unfolded.</summary>
public sealed partial class JsonTreeNode
{
    // What a screen shows of a page of records without being asked.
    private const int OpenDepth = 2;
    private const int OpenChildren = 20;

    /// <summary>How many children are shown at once.</summary>
    private const int Step = 200;

    private int _limit = Step;
    private int _count;
    private bool _isOpen;
    private bool _isCut;
    private string _shown = "";

    /// <summary>The value.</summary>
    [Parameter, EditorRequired]
    public JsonElement Value { get; set; }

    /// <summary>Where it is.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    /// <summary>Its name within an object.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Its place within an array, counted from 0.</summary>
    [Parameter]
    public int? Index { get; set; }

    /// <summary>How many values it is within.</summary>
    [Parameter, EditorRequired]
    public int Depth { get; set; }

    /// <summary>Whether the Tab key leads to it first.</summary>
    [Parameter]
    public bool IsFirst { get; set; }

    private bool IsContainer => Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    private string Indent => string.Create(CultureInfo.InvariantCulture, $"padding-left: {24 + (Math.Min(Depth, 12) * 16)}px");

    private string Key => Name is not null ? $"{JsonLeaf.Quote(Name)}: " : Index is { } index ? string.Create(CultureInfo.InvariantCulture, $"{index}: ") : "";

    private string Says => $"{Key}{_shown}";

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _count = Value.ValueKind switch
        {
            JsonValueKind.Array => Value.GetArrayLength(),
            JsonValueKind.Object => Value.GetPropertyCount(),
            _ => 0,
        };
        _isOpen = _count > 0 && (Depth == 0 || (Depth < OpenDepth && _count <= OpenChildren));
        var line = IsContainer ? Brackets() : JsonLeaf.Line(Value);
        _isCut = line.Length > JsonLeaf.Shown;
        _shown = _isCut ? $"{line[..JsonLeaf.Shown]}…" : line;
    }

    private static string Format(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    // What is within it, in number.
    private string Brackets()
    {
        var (open, close) = Value.ValueKind == JsonValueKind.Array ? ('[', ']') : ('{', '}');
        return _count == 0 ? $"{open}{close}" : $"{open} {Format(_count)} {close}";
    }

    private void Toggle() => _isOpen = !_isOpen;

    private void More() => _limit += Step;

    private async Task CopyAsync(string text)
    {
        var copied = await Js.InvokeAsync<bool>("dashboard.copy", text);
        Snackbar.Add(copied ? Layout["Copied"] : Layout["NotCopied"], copied ? Severity.Normal : Severity.Warning);
    }
}

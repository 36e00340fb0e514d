namespace IntegrationsDashboard.Web.Embedding;

/// <summary>The colours of an embedded status.</summary>
public enum EmbedTheme
{
    /// <summary>Those that the reader's system asks for.</summary>
    Auto,

    /// <summary>Light ones.</summary>
    Light,

    /// <summary>Dark ones.</summary>
    Dark,
}

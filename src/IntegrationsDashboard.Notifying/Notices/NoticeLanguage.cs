using System.Globalization;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>Makes texts, dates and numbers come in one language until it is disposed of; only for work that awaits nothing.</summary>
internal sealed class NoticeLanguage : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    public NoticeLanguage(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _uiCulture);
}

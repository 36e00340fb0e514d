using System.Globalization;
using IntegrationsDashboard.Web.Texts;

namespace IntegrationsDashboard.Web.Security;

/// <summary>What is known of the person who looks at the page: their language and time zone, and whether their system is dark.</summary>
public sealed class Viewer : IDisposable
{
    private readonly TimeProvider _time;
    private ITimer? _timer;
    private event Action? OnTick;

    /// <summary>Knows nothing yet: UTC, light.</summary>
    public Viewer(TimeProvider time)
    {
        _time = time;
        Moments = new Moments(TimeZoneInfo.Utc, time);
    }

    /// <summary>Puts instants into the viewer's words.</summary>
    public Moments Moments { get; private set; }

    /// <summary>Whether their system asks for dark colours.</summary>
    public bool IsDark { get; private set; }

    /// <summary>Their language.</summary>
    public CultureInfo Culture { get; private set; } = CultureInfo.CurrentUICulture;

    /// <summary>Whether the browser has told.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Fires every half minute while somebody listens, and when the time zone becomes known: relative times have aged.</summary>
    public event Action Tick
    {
        add
        {
            OnTick += value;
            _timer ??= _time.CreateTimer(_ => OnTick?.Invoke(), null, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));
        }

        remove => OnTick -= value;
    }

    /// <summary>Takes what the browser told; an unknown zone leaves the one before.</summary>
    /// <param name="zone">An IANA time zone, such as <c>Europe/Berlin</c>.</param>
    /// <param name="dark">Whether the system is dark.</param>
    public void Tell(string? zone, bool dark)
    {
        IsDark = dark;
        if (zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
        {
            Moments = new Moments(found, _time);
            IsKnown = true;
            OnTick?.Invoke();
        }
    }

    /// <summary>Speaks a language from here on.</summary>
    /// <param name="language">One of the languages of the dashboard, such as <c>de</c>.</param>
    public void Speak(string language)
    {
        Culture = CultureInfo.GetCultureInfo(language);
        Speak();
    }

    /// <summary>Speaks their language in what this thread goes on to do.</summary>
    public void Speak() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture;

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();
}

using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Shared;

/// <summary>Does what somebody asks for on a page. What cannot be done is no error of the page: it is said plainly.</summary>
public static class Attempts
{
    /// <summary>Does it; says so where it could not be.</summary>
    /// <param name="snackbar">Where it is said.</param>
    /// <param name="text">The words.</param>
    /// <param name="work">What is to be done.</param>
    /// <param name="refuse">Takes why what was entered cannot be right, to be shown beside it; without one the snackbar says it.</param>
    /// <returns>Whether it was done; where not, nothing was changed.</returns>
    public static async Task<bool> TryAsync(
        this ISnackbar snackbar, IStringLocalizer<LayoutResources> text, Func<Task> work, Action<string>? refuse = null)
    {
        ArgumentNullException.ThrowIfNull(snackbar);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work();
            return true;
        }
        catch (NotAllowedException)
        {
            snackbar.Add(text["NotAllowedNow"], Severity.Warning);
        }
        catch (UnknownIdException)
        {
            snackbar.Add(text["GoneNow"], Severity.Warning);
        }
        catch (RefusedReportException refusal)
        {
            refuse ??= sentence => snackbar.Add(sentence, Severity.Warning);
            refuse(char.ToUpperInvariant(refusal.Problem[0]) + refusal.Problem[1..]);
        }

        return false;
    }
}

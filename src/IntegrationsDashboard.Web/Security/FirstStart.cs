using System.Security.Cryptography;
using System.Text;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace IntegrationsDashboard.Web.Security;

/// <summary>
/// How the first person gets in: by the settings, or by a link that only whoever reads the console knows. With the demonstration
/// the link signs in as somebody made up; else it works once and makes the first operator.
/// </summary>
public sealed partial class FirstStart(DashboardOptions options, PeopleQueries people, IServiceScopeFactory scopes, ILogger<FirstStart> logger) : IDisposable
{
    /// <summary>The address of the demonstration's person.</summary>
    public const string DemonstrationEmail = "demo@dashboard.example";

    private readonly string _token = Secrets.NewToken();
    private readonly SemaphoreSlim _one = new(1, 1);
    private bool _isNobodyThere;
    private bool _isUsed;

    /// <summary>Makes the people that the settings ask for, where there is no operator yet.</summary>
    public async Task PrepareAsync()
    {
        if (await people.HasOperatorAsync())
        {
            return;
        }

        if (options.OperatorEmail is { } email)
        {
            var made = await CreateOperatorAsync(email, email, options.OperatorPassword);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException(
                    $"The settings Bootstrap:OperatorEmail and Bootstrap:OperatorPassword make no operator: {string.Join(" ", made.Errors.Select(error => error.Description))}");
            }
        }
        else if (options.Demonstration)
        {
            await CreateOperatorAsync("Demo", DemonstrationEmail, null);
        }
        else
        {
            _isNobodyThere = true;
        }
    }

    /// <summary>Prints the link, where there is one.</summary>
    /// <param name="address">Where the dashboard listens.</param>
    public void Announce(string address)
    {
        if (options.Demonstration)
        {
            LogDemonstration(logger, $"{address.TrimEnd('/')}{Links.Demonstration(_token)}");
        }
        else if (_isNobodyThere)
        {
            LogFirst(logger, $"{address.TrimEnd('/')}{Links.FirstOperator(_token)}");
        }
    }

    /// <summary>The person that the demonstration's link signs in; null where the token is another, or there is none.</summary>
    public async Task<Person?> DemonstrationPersonAsync(string token, UserManager<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return options.Demonstration && IsToken(token) ? await people.FindByEmailAsync(options.OperatorEmail ?? DemonstrationEmail) : null;
    }

    /// <summary>Whether the link to make the first operator works.</summary>
    public async Task<bool> IsOpenAsync(string token) => !options.Demonstration && !_isUsed && IsToken(token) && !await people.HasOperatorAsync();

    /// <summary>Makes the first operator; from then on the link is worth nothing.</summary>
    public async Task<IdentityResult> UseAsync(string token, string name, string email, string password)
    {
        // Two who open it at the same moment do not both become operators.
        await _one.WaitAsync();
        try
        {
            if (!await IsOpenAsync(token))
            {
                return IdentityResult.Failed(new IdentityError { Description = "This link was used, or is not the one that was printed last." });
            }

            var made = await CreateOperatorAsync(name, email, password);
            _isUsed |= made.Succeeded;
            return made;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<IdentityResult> CreateOperatorAsync(string name, string email, string? password)
    {
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = new Person
        {
            Id = Guid.NewGuid(),
            Name = name,
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            IsOperator = true,
            CreatedAt = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        return password is null ? await manager.CreateAsync(person) : await manager.CreateAsync(person, password);
    }

    private bool IsToken(string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(_token));

    [LoggerMessage(Level = LogLevel.Information, Message = "Open the demonstration at {Link}")]
    private static partial void LogDemonstration(ILogger logger, string link);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nobody can sign in yet. Whoever opens this link becomes the first operator: {Link}")]
    private static partial void LogFirst(ILogger logger, string link);
}

using System.Globalization;

namespace IntegrationsDashboard.Web.Sandbox;

/// <summary>A company that uses the sandbox: its valid token, and what goes wrong with it. Lives in memory.</summary>
public sealed class SandboxAccount
{
    private const int MostTokens = 10_000;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private int _number = 1;
    private SandboxFault _fault;
    private DateTimeOffset _nextTurn;

    internal SandboxAccount(string id, string company, int seed)
    {
        Id = id;
        Company = company;
        Seed = seed;
    }

    internal event Action? Changed;

    /// <summary>Its id, which its tokens begin with.</summary>
    public string Id { get; }

    /// <summary>The company's name.</summary>
    public string Company { get; }

    /// <summary>The token that works.</summary>
    public string Token
    {
        get
        {
            lock (_lock)
            {
                return Prefix + _number.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>What goes wrong.</summary>
    public SandboxFault Fault
    {
        get
        {
            lock (_lock)
            {
                return _fault;
            }
        }
    }

    internal int Seed { get; }

    private string Prefix => $"{Id}-token-";

    /// <summary>Makes a fault the one that holds, at once. An expired password makes a new token; going on from there before that was used takes it back.</summary>
    public void Break(SandboxFault fault)
    {
        lock (_lock)
        {
            _number += (fault == SandboxFault.PasswordExpired ? 1 : 0) - (_fault == SandboxFault.PasswordExpired ? 1 : 0);
            _fault = fault;
            _nextTurn = default;
        }

        Changed?.Invoke();
    }

    /// <summary>Whether <paramref name="token"/> is one of this account's and lets in.</summary>
    internal bool Accepts(string token)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal)
            || !int.TryParse(token.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number >= MostTokens)
        {
            return false;
        }

        lock (_lock)
        {
            // A token from ahead was made before the last restart, which forgot it: whoever has it stays connected.
            var healed = number >= _number && _fault == SandboxFault.PasswordExpired;
            if (number < _number || (number == _number && !healed))
            {
                return number == _number;
            }

            _number = number;
            _fault = healed ? SandboxFault.None : _fault;
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>Whether a request at <paramref name="now"/> is the one that this second answers.</summary>
    internal bool TakesTurn(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (now < _nextTurn)
            {
                return false;
            }

            _nextTurn = now + Turn;
            return true;
        }
    }
}

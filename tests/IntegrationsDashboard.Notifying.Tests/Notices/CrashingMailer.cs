using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Tests.Webhooks;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>Has the program die beside a mail, or the mail server refuse it.</summary>
/// <param name="next">What befalls the next mail.</param>
/// <param name="program">What dies.</param>
/// <param name="taken">Hears whose mail the server has taken.</param>
internal sealed class CrashingMailer(Func<Fault> next, Func<CancellationTokenSource> program, Func<string, Task> taken) : IMailer, IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var fault = next();
            if (fault == Fault.CrashBefore)
            {
                await program().CancelAsync();
            }

            cancellation.ThrowIfCancellationRequested();
            if (fault == Fault.Failure)
            {
                throw new MailNotSentException("The mail server refused the mail.");
            }

            await taken(mail.To.Address);
            if (fault == Fault.CrashAfter)
            {
                await program().CancelAsync();
            }

            cancellation.ThrowIfCancellationRequested();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Done when the mail that was being sent is.</summary>
    public async Task IdleAsync()
    {
        await _oneAtATime.WaitAsync();
        _oneAtATime.Release();
    }

    public void Dispose() => _oneAtATime.Dispose();
}

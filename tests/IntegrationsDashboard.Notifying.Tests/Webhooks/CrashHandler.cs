namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>Has the program die beside a request. What is on its way to the receiver then gets there, as it would.</summary>
internal sealed class CrashHandler(HttpMessageHandler inner, Func<Fault> next, Func<CancellationTokenSource> program) : DelegatingHandler(inner)
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        // One after the other, so that the order of arrival is the order in which they were sent.
        await _oneAtATime.WaitAsync(ct);
        try
        {
            var fault = next();
            if (fault == Fault.CrashBefore)
            {
                await program().CancelAsync();
            }

            ct.ThrowIfCancellationRequested();
            request.Headers.Add("x-fault", fault.ToString());
            var response = await base.SendAsync(request, CancellationToken.None);
            if (fault == Fault.CrashAfter)
            {
                await program().CancelAsync();
            }

            ct.ThrowIfCancellationRequested();
            return response;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _oneAtATime.Dispose();
        base.Dispose(disposing);
    }
}

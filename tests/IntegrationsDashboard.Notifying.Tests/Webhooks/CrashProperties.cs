using System.Collections.Concurrent;
using CsCheck;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>
/// Whatever fails, and whenever the program dies: every message arrives, those about one integration in their order, and none again
/// that was recorded as acknowledged.
/// </summary>
public sealed class CrashProperties
{
    private const int Integrations = 3;

    // What happens one after the other: a report about an integration (0 to 2), the program sends what it has (3), or time passes (4).
    private static readonly Gen<int[]> Steps = Gen.Int[0, 4].Array[4, 24];

    // What befalls the attempts one after the other; those after the last go well. So few that no message is given up, even if all
    // befall the same.
    private static readonly Gen<Fault[]> Faults = Gen.Frequency(
        (3, Gen.Const(Fault.None)),
        (1, Gen.Const(Fault.Failure)),
        (1, Gen.Const(Fault.Drop)),
        (1, Gen.Const(Fault.Refuse)),
        (1, Gen.Const(Fault.CrashBefore)),
        (2, Gen.Const(Fault.CrashAfter))).Array[0, 9];

    [Fact]
    public Task Every_message_arrives_in_order_and_none_again_that_was_recorded() =>
        Gen.Select(Steps, Faults).SampleAsync((steps, faults) => CheckAsync(steps, faults), iter: 30, threads: 1);

    private static async Task CheckAsync(int[] steps, Fault[] faults)
    {
        var pending = new ConcurrentQueue<Fault>(faults);
        var program = new CancellationTokenSource();
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync(
            handler => new CrashHandler(handler, () => pending.TryDequeue(out var fault) ? fault : Fault.None, () => program));
        await store.AddWebhookAsync(receiver.Url, MessageTypes.SyncFinished, MessageTypes.StateChanged);
        var again = new ConcurrentQueue<string>();
        receiver.Answers = message => Task.FromResult(Enum.Parse<Fault>(message.Headers["x-fault"]) switch
        {
            Fault.Failure => Answer.Failure,
            Fault.Drop => Answer.Drop,
            Fault.Refuse => Answer.Refuse,
            _ => Answer.Ok,
        });
        receiver.OnArrival = async message =>
        {
            await using var db = store.Data();
            if (await db.Deliveries.AnyAsync(d => d.MessageId == message.MessageId && d.State == DeliveryState.Delivered))
            {
                again.Enqueue(message.MessageId);
            }
        };

        async Task SendAsync()
        {
            try
            {
                await store.SendAsync(program.Token);
            }
            catch (OperationCanceledException) when (program.IsCancellationRequested)
            {
                program.Dispose();
                program = new CancellationTokenSource();
                store.Restart();
            }
        }

        var integrations = new List<Integration>();
        for (var number = 0; number < Integrations; number++)
        {
            integrations.Add(await store.AddAsync());
        }

        foreach (var (number, step) in steps.Index())
        {
            switch (step)
            {
                case < Integrations:
                    // By turns, so that the status changes too.
                    await store.FinishAsync(integrations[step], $"sync-{number}", number % 2 == 0 ? SyncState.Succeeded : SyncState.Failed);
                    break;
                case Integrations:
                    await SendAsync();
                    break;
                default:
                    store.Time.Advance(TimeSpan.FromSeconds(40));
                    break;
            }
        }

        await SendAsync();
        for (var hour = 0; hour < 24 * 5 && (await store.DeliveriesAsync()).Exists(d => d.State == DeliveryState.Pending); hour++)
        {
            store.Time.Advance(TimeSpan.FromHours(1));
            await SendAsync();
        }

        program.Dispose();
        var deliveries = await store.DeliveriesAsync();
        Assert.Equal(steps.Count(step => step < Integrations), deliveries.Count(d => d.Type == MessageTypes.SyncFinished));
        Assert.All(deliveries, delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
        Assert.Empty(again);
        foreach (var integration in integrations)
        {
            var arrived = receiver.Received.Where(m => m.IntegrationId == integration.Id).Select(m => m.MessageId).ToList();
            var once = arrived.Where((id, place) => place == 0 || arrived[place - 1] != id);
            Assert.Equal(deliveries.Where(d => d.IntegrationId == integration.Id).Select(d => d.MessageId), once);
        }

        // The deliveries came about in the order in which the syncs were reported.
        Assert.All(integrations, integration => Assert.Equal(
            steps.Index().Where(step => step.Item < Integrations && integrations[step.Item].Id == integration.Id).Select(step => $"sync-{step.Index}"),
            receiver.Received.Where(m => m.IntegrationId == integration.Id && m.Type == MessageTypes.SyncFinished).Select(m => m.SyncId).Distinct()));
    }
}

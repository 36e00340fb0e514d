using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>What a chat is told.</summary>
public sealed class ChannelMessageTests
{
    private readonly NoticeSamples _samples = new();

    [Fact]
    public void One_integration_is_told_with_its_status_why_and_what_to_do()
    {
        var integration = _samples.Failing();
        var (delivery, message) = Write(NoticeSamples.Notice(integration, NoticeKind.Broke, IntegrationStatus.SyncFailing));

        Assert.Equal(MessageTypes.Notice, delivery.Type);
        Assert.StartsWith("msg_", delivery.MessageId, StringComparison.Ordinal);
        Assert.Null(delivery.IntegrationId);
        Assert.Equal(
            "*Löwe · Personio* – SyncFailing[en] since Monday 2 Mar 2026 09:00\npersonio SyncFailed since Monday 2 Mar 2026 09:00. It answered 503.\n"
            + $"<https://dashboard.example/integrations/{integration.Id}/OpenLog|OpenLog[en]>",
            message.GetProperty("text").GetString());
        Assert.Equal(["section", "section", "context"], message.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("type").GetString()));
    }

    [Fact]
    public void What_looks_like_a_link_or_a_mention_calls_nobody()
    {
        var (_, message) = Write(
            NoticeSamples.Notice(_samples.Failing("<!channel> @here <https://evil.example|Acme> &"), NoticeKind.Broke, IntegrationStatus.SyncFailing),
            NoticeSamples.Notice(_samples.Failing("a|b> c\nd"), NoticeKind.Broke, IntegrationStatus.SyncFailing));

        foreach (var text in Texts(message))
        {
            Assert.DoesNotContain("<!", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<https://evil", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@here", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@channel", text, StringComparison.Ordinal);
        }

        Assert.Contains("&lt;!channel&gt;", message.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("|a¦b&gt; c d · Personio>*", message.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(45)]
    [InlineData(50)]
    [InlineData(80)]
    public void Every_message_is_one_that_Slack_takes(int count)
    {
        var name = new string('&', 200);
        var (_, message) = Write([.. Enumerable.Range(0, count).Select(number =>
            NoticeSamples.Notice(_samples.Failing($"{number} {name}"), NoticeKind.Broke, IntegrationStatus.SyncFailing))]);

        Assert.InRange(message.GetProperty("blocks").GetArrayLength(), 3, 50);
        Assert.All(Texts(message), text => Assert.InRange(text.Length, 1, 3000));
        Assert.Contains("<https://dashboard.example/integrations|See all integrations>", message.GetProperty("text").GetString(), StringComparison.Ordinal);

        // Every one of the first fifty is in the blocks.
        var blocks = message.GetProperty("blocks").GetRawText();
        Assert.Equal(Math.Min(count, 50), blocks.Split("/OpenLog|").Length - 1);
        Assert.Equal(count > 50, blocks.Contains($"and {count - 50} more", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chat_reads_English_whatever_the_thread_speaks()
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("de");
            var (_, message) = Write(NoticeSamples.Notice(_samples.Well(), NoticeKind.Healed, IntegrationStatus.Active));
            Assert.StartsWith("*Löwe · Personio works again* – Active[en]", message.GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Equal("de", System.Globalization.CultureInfo.CurrentUICulture.Name);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    private static IEnumerable<string> Texts(JsonElement message) => message.GetProperty("blocks").EnumerateArray()
        .SelectMany(block => block.TryGetProperty("elements", out var elements) ? elements.EnumerateArray().ToArray() : [block.GetProperty("text")])
        .Select(text => text.GetProperty("text").GetString()!)
        .Append(message.GetProperty("text").GetString()!);

    private (NewDelivery Delivery, JsonElement Message) Write(params ClaimedNotice[] notices)
    {
        var delivery = _samples.Writer.WriteChannel(NoticeSamples.Claim("en", notices) with { Reader = null, WebhookId = 1 });
        return (delivery, JsonDocument.Parse(delivery.Payload).RootElement);
    }
}

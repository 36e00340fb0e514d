using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace IntegrationsDashboard.Web.Tests.Hosting;

public sealed class MailSettingsTests
{
    [Fact]
    public void Without_a_host_there_is_no_server() => Assert.False(Read(("Host", "")).IsConfigured);

    [Fact]
    public void What_is_left_out_is_the_usual()
    {
        var options = Read();

        Assert.Equal(587, options.Port);
        Assert.Equal(MailSecurity.Auto, options.Security);
        Assert.Equal(TimeSpan.FromSeconds(30), options.TimeLimit);
        Assert.Equal(new MailAddress("dashboard@acme.example"), options.From);
    }

    [Fact]
    public void What_is_given_is_taken()
    {
        var options = Read(
            ("Port", "465"), ("Security", "starttls"), ("UserName", "postman"), ("Password", "secret"), ("From:Name", "Acme"), ("TimeLimit", "0:01:00"));

        Assert.Equal((465, MailSecurity.StartTls), (options.Port, options.Security));
        Assert.Equal(("postman", "secret"), (options.UserName, options.Password));
        Assert.Equal("Acme", options.From!.Name);
        Assert.Equal(TimeSpan.FromMinutes(1), options.TimeLimit);
    }

    [Theory]
    [InlineData("Port", "0", "Mail:Port")]
    [InlineData("Port", "smtp", "Mail:Port")]
    [InlineData("Security", "ssl", "Mail:Security")]
    [InlineData("Security", "2", "Mail:Security")]
    [InlineData("From:Address", "", "Mail:From:Address")]
    [InlineData("From:Address", "Acme <dashboard@acme.example>", "Mail:From:Address")]
    [InlineData("From:Name", "Acme\nBcc: eve@evil.example", "Mail:From:Name")]
    [InlineData("TimeLimit", "0:00:00", "Mail:TimeLimit")]
    [InlineData("TimeLimit", "30", "Mail:TimeLimit")]
    [InlineData("UserName", "postman", "Mail:Password")]
    [InlineData("Password", "secret", "Mail:UserName")]
    public void A_setting_that_cannot_be_right_is_named_without_the_password(string key, string value, string setting)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read((key, value)));

        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    private static MailOptions Read(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Mail:Host"] = "smtp.acme.example", ["Mail:From:Address"] = "dashboard@acme.example" };
        foreach (var (key, value) in settings)
        {
            all[$"Mail:{key}"] = value;
        }

        return MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build().GetSection("Mail"));
    }
}

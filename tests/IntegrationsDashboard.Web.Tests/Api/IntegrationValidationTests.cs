namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>What a new integration may not be, and what is said about it.</summary>
public class IntegrationValidationTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Tool = "\"tool\":\"personio\"";
    private const string Category = "\"category\":\"HRIS\"";
    private const string EndUser = "\"end_user\":{\"organization_name\":\"Example\"}";
    private const string ToolRule = "tool: must be a tool's id, such as personio: lower-case letters, digits, hyphens and underscores, a letter first";
    private const string TimeRule = "must be a time with an offset from UTC, such as 2026-11-24T02:10:00Z or 2026-11-24T03:10:00+01:00";

    private static string Of(params string[] fields) => $"{{{string.Join(',', fields)}}}";

    public static TheoryData<string, string> Refused => new()
    {
        { Of(Category, EndUser), "tool: is required; give a text of 1 to 40 characters" },
        { Of("\"tool\":\"Personio\"", Category, EndUser), ToolRule },
        { Of("\"tool\":\"1tool\"", Category, EndUser), ToolRule },
        { Of("\"tool\":\"\"", Category, EndUser), "tool: is empty; give a text of 1 to 40 characters" },
        { Of("\"tool\":\"a\\n\"", Category, EndUser), "tool: holds the control character U+000A as character 2; leave it out" },
        { Of("\"tool\":7", Category, EndUser), "tool: must be a text of 1 to 40 characters, not a number" },
        { Of($"\"tool\":\"{new string('a', 41)}\"", Category, EndUser), "tool: has 41 characters; give 1 to 40" },
        { Of(Tool, EndUser), "category: is required; give one of HRIS, ATS, ASSESSMENT, LMS" },
        { Of(Tool, "\"category\":\"hris\"", EndUser), "category: is \"hris\"; give one of HRIS, ATS, ASSESSMENT, LMS" },
        { Of(Tool, "\"category\":0", EndUser), "category: must be one of HRIS, ATS, ASSESSMENT, LMS, not a number" },
        { Of(Tool, Category), "end_user: is required; give an object" },
        { Of(Tool, Category, "\"end_user\":[]"), "end_user: must be an object, not a list" },
        { Of(Tool, Category, "\"end_user\":{}"), "end_user.organization_name: is required; give a text of 1 to 200 characters" },
        { Of(Tool, Category, "\"end_user\":{\"organization_name\":\" \\t \"}"), "end_user.organization_name: is empty; give a text of 1 to 200 characters" },
        { Of(Tool, Category, $"\"end_user\":{{\"organization_name\":\"{new string('x', 201)}\"}}"), "end_user.organization_name: has 201 characters; give 1 to 200" },
        { Of(Tool, Category, "\"end_user\":{\"organization_name\":\"a\\u0000b\"}"), "end_user.organization_name: holds the control character U+0000 as character 2; leave it out" },
        { Of(Tool, Category, "\"end_user\":{\"organization_name\":\"a\\ud800\"}"), "end_user.organization_name: holds half of a surrogate pair; send whole characters" },
        { Of(Tool, Category, "\"end_user\":{\"organization_name\":\"E\",\"creator_email\":\"nobody\"}"), "end_user.creator_email: must be an e-mail address, or be left out" },
        { Of(Tool, Category, $"\"end_user\":{{\"organization_name\":\"E\",\"creator_email\":\"@{new string('x', 254)}\"}}"), "end_user.creator_email: has 255 characters; give 1 to 254" },
        { Of(Tool, Category, $"\"end_user\":{{\"organization_name\":\"E\",\"origin_id\":\"{new string('x', 201)}\"}}"), "end_user.origin_id: has 201 characters; give 0 to 200" },
        { Of(Tool, Category, "\"end_user\":{\"organization_name\":\"E\",\"origin_id\":1}"), "end_user.origin_id: must be a text of 0 to 200 characters, not a number" },
        { Of(Tool, Category, EndUser, "\"setup_status\":\"DONE\""), "setup_status: is \"DONE\"; give one of INCOMPLETE, FINAL_SYNC_PENDING, COMPLETED" },
        { Of(Tool, Category, EndUser, "\"created_at\":\"2026-11-01\""), $"created_at: {TimeRule}" },
        { Of(Tool, Category, EndUser, "\"created_at\":\"2026-11-01T00:00:00\""), $"created_at: {TimeRule}" },
        { Of(Tool, Category, EndUser, "\"created_at\":\"2026-13-01T00:00:00Z\""), $"created_at: {TimeRule}" },
        { Of(Tool, Category, EndUser, "\"created_at\":1700000000"), $"created_at: {TimeRule}" },
        { Of(Tool, Category, EndUser, "\"created_at\":\"1999-12-31T23:59:59Z\""), "created_at: lies before 2000-01-01" },
        { Of(Tool, Category, EndUser, "\"created_at\":\"2026-11-24T06:05:01Z\""), "created_at: lies more than 5 minutes in the future; here it is 2026-11-24T06:00:00Z" },
        { "[]", "must be an object, not a list" },
        { "null", "must be an object, not null" },
        { "", "body: is not valid JSON at line 1, byte 1" },
        { "{\"tool\":\n  oops}", "body: is not valid JSON at line 2, byte 3" },
        { Of(Tool, Tool, Category, EndUser), "body: holds the field \"tool\" twice; give it once" },
        {
            "{\"end_user\":{\"creator_email\":\"x\"},\"setup_status\":true}",
            """
            tool: is required; give a text of 1 to 40 characters
            category: is required; give one of HRIS, ATS, ASSESSMENT, LMS
            setup_status: must be one of INCOMPLETE, FINAL_SYNC_PENDING, COMPLETED, not true or false
            end_user.organization_name: is required; give a text of 1 to 200 characters
            end_user.creator_email: must be an e-mail address, or be left out
            """
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_integration_is_refused_with_the_place_and_the_remedy(string body, string message) =>
        Assert.Equal(message, (await fixture.Api.PostAsync("/v1/integrations", body)).Refusal);

    [Fact]
    public async Task The_outermost_values_are_taken()
    {
        var name = new string('x', 200);
        var answer = await fixture.Api.PostAsync(
            "/v1/integrations",
            $$"""{"tool":"{{new string('a', 40)}}","category":"LMS","end_user":{"organization_name":"{{name}}","creator_email":"@{{new string('x', 253)}}","origin_id":"{{name}}"},"created_at":"2026-11-24T08:05:00+02:00"}""");
        Assert.Equal(201, answer.Status);
        var oldest = await fixture.Api.PostAsync("/v1/integrations", Of(Tool, Category, EndUser, "\"created_at\":\"2000-01-01T00:00Z\""));
        Assert.Equal(201, oldest.Status);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var answer = await fixture.Api.SendBytesAsync("POST", "/v1/integrations", [(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)'}']);
        Assert.Equal("body: is not valid UTF-8; send JSON in UTF-8", answer.Refusal);
    }

    [Theory]
    [InlineData("{}", "value: is required; give true or false")]
    [InlineData("""{"value":"true"}""", "value: must be true or false, not a text")]
    [InlineData("""{"value":null}""", "value: is required; give true or false")]
    public async Task Switching_takes_true_or_false(string body, string message) =>
        Assert.Equal(message, (await fixture.Api.PutAsync($"/v1/integrations/{fixture.Integration}/enabled", body)).Refusal);

    [Fact]
    public async Task Deleting_takes_nothing_but_an_object()
    {
        Assert.Equal("body: must be empty or {}", (await fixture.Api.DeleteAsync($"/v1/integrations/{fixture.Integration}", "[]")).Refusal);
        Assert.Equal(200, (await fixture.Api.GetAsync($"/v1/integrations/{fixture.Integration}")).Status);
    }
}

using IntegrationsDashboard.Status.Explaining;

namespace IntegrationsDashboard.Status.Tests.Explaining;

public sealed class ErrorRecogniserTests
{
    [Theory]

    // Secrets that have expired.
    [InlineData("Personio answered 401 Unauthorized: the API credentials expired.", ErrorKind.ExpiredSecret)]
    [InlineData("AADSTS7000222: The provided client secret keys for app '4f1c' are expired. Create new ones.", ErrorKind.ExpiredSecret)]
    [InlineData("HTTP 401 {\"code\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}", ErrorKind.ExpiredSecret)]
    [InlineData("ExpiredToken: the security token in the request has expired", ErrorKind.ExpiredSecret)]
    [InlineData("The access token expired on 3 March and there is no refresh token.", ErrorKind.ExpiredSecret)]
    [InlineData("The password of the integration user must be changed before it can sign in.", ErrorKind.ExpiredSecret)]
    [InlineData("TokenExpiredError: jwt expired", ErrorKind.ExpiredSecret)]

    // Access that was taken back.
    [InlineData("Workday answered 401 Unauthorized: the refresh token was revoked.", ErrorKind.RevokedConsent)]
    [InlineData("Greenhouse answered 401 Unauthorized: the API key was deleted.", ErrorKind.RevokedConsent)]
    [InlineData("400 {\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or revoked.\"}", ErrorKind.RevokedConsent)]
    [InlineData("AADSTS65001: the user or administrator has not consented to use the application.", ErrorKind.RevokedConsent)]
    [InlineData("slack: token_revoked", ErrorKind.RevokedConsent)]
    [InlineData("The app was uninstalled from this account by its owner.", ErrorKind.RevokedConsent)]
    [InlineData("Consent for this application has been withdrawn", ErrorKind.RevokedConsent)]

    // Permissions that are missing.
    [InlineData("BambooHR answered 403 Forbidden for employees: the user who connected it may not read them.", ErrorKind.MissingScope)]
    [InlineData("Request had insufficient authentication scopes.", ErrorKind.MissingScope)]
    [InlineData("Authorization_RequestDenied: Insufficient privileges to complete the operation.", ErrorKind.MissingScope)]
    [InlineData("INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id", ErrorKind.MissingScope)]
    [InlineData("You do not have permission to view this resource", ErrorKind.MissingScope)]
    [InlineData("Error 403: access denied", ErrorKind.MissingScope)]
    [InlineData("Permission denied while listing candidates", ErrorKind.MissingScope)]

    // Too many requests.
    [InlineData("HiBob answered 429 Too Many Requests until the retries were used up: part of people is missing.", ErrorKind.RateLimit)]
    [InlineData("REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.", ErrorKind.RateLimit)]
    [InlineData("ThrottlingException: Rate exceeded", ErrorKind.RateLimit)]
    [InlineData("Quota for queries per day has been exceeded", ErrorKind.RateLimit)]
    [InlineData("Personio at api.example takes no more requests for now (429). Wait a while, or ask Personio for a higher limit.", ErrorKind.RateLimit)]
    [InlineData("status=429 rate limit hit, Retry-After: 30", ErrorKind.RateLimit)]

    // The tool is down or out of reach.
    [InlineData("Lever answered 503 Service Unavailable four times in a row: candidates could not be read.", ErrorKind.Outage)]
    [InlineData("502 Bad Gateway", ErrorKind.Outage)]
    [InlineData("HTTP/1.1 500 Internal Server Error", ErrorKind.Outage)]
    [InlineData("connect ECONNREFUSED 203.0.113.7:443", ErrorKind.Outage)]
    [InlineData("getaddrinfo ENOTFOUND api.example.com", ErrorKind.Outage)]
    [InlineData("java.net.SocketTimeoutException: Read timed out", ErrorKind.Outage)]
    [InlineData("upstream request timeout", ErrorKind.Outage)]
    [InlineData("context deadline exceeded (Client.Timeout exceeded while awaiting headers)", ErrorKind.Outage)]
    [InlineData("ADP is undergoing maintenance until 04:00", ErrorKind.Outage)]
    [InlineData("Connection reset by peer", ErrorKind.Outage)]
    [InlineData("Workable at api.example did not answer within 90 seconds. Try again later.", ErrorKind.Outage)]
    [InlineData("Gusto at api.example has a problem of its own (502). Try again later; if it stays, tell Gusto.", ErrorKind.Outage)]

    // Certificates.
    [InlineData("The TLS certificate of api.example expired on 3 March 2026: no safe connection to UKG Pro was possible.", ErrorKind.Certificate)]
    [InlineData("x509: certificate signed by unknown authority", ErrorKind.Certificate)]
    [InlineData("CERT_HAS_EXPIRED", ErrorKind.Certificate)]
    [InlineData("unable to get local issuer certificate", ErrorKind.Certificate)]
    [InlineData("SSL routines: wrong version number, SSL handshake failed", ErrorKind.Certificate)]
    [InlineData("The remote certificate is invalid according to the validation procedure", ErrorKind.Certificate)]
    [InlineData("The connection to Moodle at lms.example is not secure: its certificate is not valid for this address, or its encryption is not supported.", ErrorKind.Certificate)]

    // IP addresses, accounts, plans.
    [InlineData("403: your IP address 203.0.113.9 is not allowed to use this API", ErrorKind.IpBlocked)]
    [InlineData("Access from IP 203.0.113.9 has been blocked by an administrator", ErrorKind.IpBlocked)]
    [InlineData("LOGIN_RESTRICTED: the IP is not on the allow list", ErrorKind.IpBlocked)]
    [InlineData("ADP answered 401 Unauthorized: the integration user is locked.", ErrorKind.AccountLocked)]
    [InlineData("AADSTS50057: The user account is disabled.", ErrorKind.AccountLocked)]
    [InlineData("Too many failed login attempts", ErrorKind.AccountLocked)]
    [InlineData("Your current plan does not include API access", ErrorKind.PlanLimit)]
    [InlineData("402 Payment Required", ErrorKind.PlanLimit)]
    [InlineData("API_DISABLED_FOR_ORG: the API is not enabled for this organization", ErrorKind.PlanLimit)]
    [InlineData("The trial of this company has ended", ErrorKind.PlanLimit)]

    // Credentials that are wrong.
    [InlineData("Personio refused the client id or the client secret (401). Create a new secret and enter it here.", ErrorKind.WrongCredentials)]
    [InlineData("invalid_client: no application with this id", ErrorKind.WrongCredentials)]
    [InlineData("Login failed: incorrect user name or password", ErrorKind.WrongCredentials)]
    [InlineData("HTTP Basic: Access could not be granted, wrong password", ErrorKind.WrongCredentials)]
    [InlineData("Invalid API key provided", ErrorKind.WrongCredentials)]
    [InlineData("401 Unauthorized", ErrorKind.WrongCredentials)]

    // Addresses, slowness, data.
    [InlineData("There is no hr.acme.example on the network, where Personio should be. Check the address.", ErrorKind.WrongAddress)]
    [InlineData("Personio at api.example has nothing under /v1/employees (404). Check the address.", ErrorKind.WrongAddress)]
    [InlineData("Tenant acme-test not found", ErrorKind.WrongAddress)]
    [InlineData("The sync reached its time limit of 30 minutes while iCIMS was still sending candidates.", ErrorKind.TooSlow)]
    [InlineData("Cornerstone OnDemand no longer sends the required field start_date of courses: none of them could be read.", ErrorKind.InvalidData)]
    [InlineData("12 of 1,200 employees could not be read: their hire_date has no usable value.", ErrorKind.InvalidData)]
    [InlineData("Record 48211 was left out: its work_email is \"n/a\".", ErrorKind.InvalidData)]
    [InlineData("Unexpected token < in JSON at position 0", ErrorKind.InvalidData)]
    [InlineData("422: validation failed on two records", ErrorKind.InvalidData)]
    public void It_knows_what_vendors_say(string message, ErrorKind kind) => Assert.Equal(kind, ErrorRecogniser.Recognise(message)?.Kind);

    [Theory]
    [InlineData("")]
    [InlineData("Something went wrong.")]
    [InlineData("Read 503 employees.")]
    [InlineData("Deleted 401 of 429 old records")]
    [InlineData("Employee 404 has no manager")]
    [InlineData("The certificates of 12 learners were read")]
    [InlineData("500 candidates were archived")]
    [InlineData("Started page 429")]
    [InlineData("Left out: Jane's contract ended in June")]
    [InlineData("The key of the locker is with the reception")]
    [InlineData("A script tip: zip it")]
    public void It_does_not_guess(string message) => Assert.Null(ErrorRecogniser.Recognise(message));

    [Theory]
    [InlineData("Missing scope: employees.read", "employees.read")]
    [InlineData("The token is missing the required scope \"crm.objects.contacts.read\"", "crm.objects.contacts.read")]
    [InlineData("This action requires the candidates:read permission", "candidates:read")]
    [InlineData("403 Forbidden: insufficient permission 'hris/employees'.", "hris/employees")]
    [InlineData("Personio accepts the credentials, but they may not read absences (403). Give them that permission in Personio.", "absences")]
    [InlineData("Reading employees needs a permission that this user does not have.", null)]
    [InlineData("403 Forbidden", null)]
    public void It_names_the_missing_permission(string message, string? subject)
    {
        var error = ErrorRecogniser.Recognise(message);
        Assert.Equal((ErrorKind.MissingScope, subject), (error?.Kind, error?.Subject));
    }

    [Theory]
    [InlineData("Unknown field 'costCentre' in the answer", "costCentre")]
    [InlineData("Workday no longer sends the required field hire_date of workers", "hire_date")]
    [InlineData("A required field is missing", null)]
    [InlineData("Canvas sent courses without the optional field language: it stays empty until it comes again.", "language")]
    [InlineData("3 of 10 people could not be read: their work_email has no usable value.", "work_email")]
    public void It_names_the_field_that_cannot_be_used(string message, string? subject)
    {
        var error = ErrorRecogniser.Recognise(message);
        Assert.Equal((ErrorKind.InvalidData, subject), (error?.Kind, error?.Subject));
    }

    [Theory]
    [InlineData("429 Too Many Requests, Retry-After: 30", 30)]
    [InlineData("Rate limit reached. Please retry after 2 minutes.", 120)]
    [InlineData("rate_limited: try again in 500 ms", 0.5)]
    [InlineData("Too many requests; try again in 1 hour", 3600)]
    public void It_says_how_long_to_wait(string message, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), ErrorRecogniser.Recognise(message)?.RetryAfter);

    [Theory]
    [InlineData("429 Too Many Requests")]
    [InlineData("Rate limit reached, retry after 1764000000")]
    public void Without_a_wait_it_says_none(string message) => Assert.Null(ErrorRecogniser.Recognise(message)!.RetryAfter);

    [Fact]
    public void Case_and_what_stands_around_do_not_matter()
    {
        Assert.Equal(ErrorKind.ExpiredSecret, ErrorRecogniser.Recognise("THE CLIENT SECRET HAS EXPIRED")?.Kind);
        Assert.Equal(ErrorKind.ExpiredSecret, ErrorRecogniser.Recognise("[2026-03-03] sync 12: the client secret has expired (see log)\r\n")?.Kind);
    }

    [Fact]
    public void Of_a_message_without_end_the_beginning_counts()
    {
        var noise = string.Concat(Enumerable.Repeat("missing required scope of ", 40_000));
        Assert.NotNull(ErrorRecogniser.Recognise("429 Too Many Requests " + noise));
        Assert.Null(ErrorRecogniser.Recognise(new string('x', ErrorRecogniser.Longest) + " 429 Too Many Requests"));
    }
}

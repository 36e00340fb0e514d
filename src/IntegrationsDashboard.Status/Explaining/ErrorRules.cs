using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Status.Explaining;

/// <summary>
/// The expressions by which error messages are recognised. The first that fits counts, so that those that say more come first: "401: the
/// secret has expired" is about the secret, and "503, the employees could not be read" about the tool.
/// </summary>
internal static class ErrorRules
{
    // What stands between two words of one thought, within a sentence.
    private const string Gap = @"(?:[^.;\r\n]|\.\w){0,50}";
    private const string Secret = @"(?:secrets?|(?:api[ _-]?)?keys?|tokens?|credentials?|passwords?|assertion|jwt)";
    private const string App = @"(?:app|application|integration|client|connection)";

    // A word of an API is told from one of a sentence by what stands around or in it: a colon, quotes, a dot, an underscore, a capital letter.
    private const string Name =
        @"(?:\s*[:=]\s*[`""'“„«‘\[(]*(?<subject>[\w./:-]{2,80})|\s+(?:named |called )?[`""'“„«‘\[(]+(?<subject>[\w./:-]{2,80})"
        + @"|\s+(?<subject>[\w-]+[._:/][\w./:-]{1,80})|\s+(?<subject>(?-i:[a-z]+[A-Z])\w{0,80}))";

    // These name what is missing.
    private static readonly string[] MissingScope =
    [
        $@"\b(?:missing|lacks?|lacking|needs?|requires?|without|insufficient|not granted|ungranted|grant)(?: (?:the|a|an|any|one of the))?(?: (?:required|following|necessary|oauth2?|api))*[ _](?:scopes?|permissions?|privileges?|roles?){Name}",
        $@"\b(?:scopes?|permissions?|privileges?)\b[\s:=]*[`""'“„«‘\[(](?<subject>[\w./:-]{{2,80}})",
        $@"\b(?:missing|lacks?|needs?|requires?|required)(?: (?:the|a|an))? [`""'“„«‘](?<subject>[\w./:-]{{2,80}})[`""'”“»’] (?:oauth )?(?:scope|permission|privilege|role)",
        $@"\b(?:missing|lacks?|needs?|requires?)(?: (?:the|a|an))? (?<subject>[\w-]+[.:/_][\w./:-]{{1,80}}) (?:oauth )?(?:scope|permission|privilege|role)",
        @"\bbut they may not read (?<subject>\w+)",
    ];

    // These name the field.
    private static readonly string[] UnusableField =
    [
        $@"\b(?:required |mandatory |unknown |optional |unexpected |invalid |missing |custom )(?:field|property|column|attribute|element|parameter|key)s?{Name}",
        $@"\b(?:field|property|column|attribute|parameter)s? [`""'“„«‘\[(](?<subject>[\w./:-]{{2,80}})",
        @"\b(?:required|mandatory|optional) field (?<subject>[\w.]+)(?: of\b|:)",
        @"\btheir (?<subject>[\w.]+) has no usable value\b",
        @"\bits (?<subject>[\w.]+) is ""[^""\r\n]{0,80}""",
    ];

    public static IReadOnlyList<ErrorRule> All { get; } =
    [
        new(ErrorKind.Certificate, NextStepKind.ContactSupport, AnyOf(
            @"\b(?:tls|ssl|https?|server|remote|host|root|intermediate|self[- ]signed|peer)(?:'s)? certificate\b",
            $@"\bcertificate\b{Gap}\b(?:has |is |was )?(?:expired|not (?:yet )?valid|invalid|untrusted|not trusted|revoked|verif\w+ failed|chain|mismatch)",
            @"\bcertificate (?:verify|verification|validation)\b",
            @"\b(?:ssl|tls)\b[^.;\r\n]{0,30}\b(?:handshake|alert|error|fail\w*|could not be established)",
            @"\b(?:cert_has_expired|err_cert_\w+|unable_to_\w*\w*(?:verify|get)_\w+|depth_zero_self_signed_cert|self_signed_cert\w*|sslhandshakeexception|certpathvalidator\w*)\b",
            @"\bunable to (?:get local issuer|verify the first) certificate\b",
            @"\bx509:",
            @"\bsec_error_\w+",
            @"\bconnection\b[^;\r\n]{0,120}\bis not secure\b")),
        new(ErrorKind.IpBlocked, NextStepKind.ContactSupport, AnyOf(
            $@"\bip(?:[ -]?address(?:es)?|v[46])?\b{Gap}\b(?:not (?:allowed|permitted|authori[sz]ed|white-?listed|listed|in the|on the|within)|blocked|restrict\w*|denied|forbidden|banned|rejected)",
            $@"\b(?:blocked|restrict\w*|denied|forbidden|banned|rejected|not allowed)\b{Gap}\bip(?:[ -]?address(?:es)?| range\w*)?\b",
            @"\bip[ _-]?(?:allow|white|block)[ _-]?list\w*",
            @"\b(?:allow|white)[ -]?list\w*[^.;\r\n]{0,50}\bip\b",
            @"\baadsts53003\b",
            @"\bnetwork (?:policy|zone|restriction)\w*\b")),
        new(ErrorKind.RateLimit, NextStepKind.OpenLog, AnyOf(
            Status("429"),
            @"\btoo many (?:\w+ )?(?:requests|calls)\b",
            @"\brate[ _-]?limit\w*",
            @"\brequest_limit_exceeded\b",
            @"\bthrottl(?:ed|ing|e)\b|\bthrottlingexception\b",
            $@"\b(?:quota|api limit|(?:call|request|concurrency|usage) limit)\b{Gap}\b(?:exceeded|reached|exhausted|used up)",
            $@"\b(?:exceeded|reached|used up)\b{Gap}\b(?:quota|(?:api|call|request|concurrency) limit|requests? per)",
            @"\b(?:requests|calls) per (?:second|minute|hour|day|24)\b",
            @"\btakes no more requests\b",
            @"\bslow down\b")),
        new(ErrorKind.PlanLimit, NextStepKind.ContactSupport, AnyOf(
            Status("402"),
            @"\bpayment required\b",
            $@"\b(?:plan|subscription|edition|licen[cs]e|package|tier|trial)\b{Gap}\b(?:does(?: not|n't) include|do(?: not|n't) include|not include[sd]?|has (?:expired|ended|lapsed)|expired|ended|inactive|cancell?ed|not available|limit|required|does(?: not|n't) support|past due)",
            $@"\b(?:upgrade|requires?|not available|not enabled|not included|unavailable|only available)\b{Gap}\b(?:plan|subscription|edition|licen[cs]e|tier|add-?on)\b",
            @"\bapi_?disabled_?for_?org\b",
            @"\bapi (?:access )?is (?:not enabled|disabled|not available|switched off) (?:for|in|on)\b",
            @"\bunpaid invoices?\b")),
        new(ErrorKind.AccountLocked, NextStepKind.SendReconnectionLink, AnyOf(
            $@"\b(?:account|user|login|profile|employee)\b[^.;\r\n]{{0,40}}\b(?:(?:is|was|has been|been|are)\s+(?:temporarily |currently )?(?:locked|suspended|disabled|deactivated|blocked|inactive|frozen|terminated)|locked out)\b",
            @"\b(?:locked|suspended|disabled|deactivated|inactive|frozen) (?:\w+ )?(?:account|user)\b",
            @"\b(?:account|user)[_-](?:locked|suspended|disabled|deactivated|inactive|blocked)\b|\binactive_user\b",
            @"\baadsts(?:50053|50057|50055)\b",
            @"\btoo many (?:failed |unsuccessful )?(?:log-?in|sign-?in|password) attempts\b")),
        new(ErrorKind.RevokedConsent, NextStepKind.SendReconnectionLink, AnyOf(
            $@"\b{Secret}\b{Gap}\b(?:revoked|deleted|withdrawn|invalidated|removed)\b",
            $@"\b(?:revoked|deleted|withdrawn|invalidated)\b[^.;\r\n]{{0,25}}\b{Secret}\b",
            $@"\b(?:consent|authori[sz]ation|access|permission|grant)\b{Gap}\b(?:revoked|withdrawn|removed by|taken back|cancell?ed by)\b",
            @"\b(?:user|admin(?:istrator)?)(?:'s)? consent\b|\bhas not consented\b|\bconsent[_ ]required\b|\binteraction_required\b|\baadsts65001\b",
            $@"\b{App}\b{Gap}\b(?:uninstalled|deauthori[sz]ed|disconnected|was removed|has been removed|revoked)\b",
            @"\b(?:token_revoked|access_revoked|not_authed|app_uninstalled)\b|\baadsts(?:50173|700082|70008)\b",
            @"\binvalid[_ ]grant\b")),
        new(ErrorKind.ExpiredSecret, NextStepKind.SendReconnectionLink, AnyOf(
            $@"\b{Secret}\b{Gap}\b(?:has |have |is |are |was |were )?(?:already )?expired\b",
            $@"\bexpired\b[^.;\r\n]{{0,25}}\b{Secret}\b",
            $@"\b{Secret}\b{Gap}\b(?:expired (?:on|at)|no longer valid|past its expir\w+|must be (?:renewed|changed|rotated)|needs? to be (?:renewed|changed|rotated))",
            @"\b(?:session|sign-?in|login)\b[^.;\r\n]{0,20}\bexpired\b",
            @"\b(?:token_expired|expired_token|expiredtoken(?:exception)?|tokenexpirederror|expiredauthenticationtoken|invalid_session_id|key_expired)\b|\baadsts7000222\b")),
        new(ErrorKind.MissingScope, NextStepKind.SendReconnectionLink, AnyOf([
            .. MissingScope,
            @"\b(?:insufficient|missing|inadequate|not enough|lacks?|lacking)[ _](?:\w+[ _]){0,3}(?:scopes?|permissions?|privileges?|rights|access|authori[sz]ation)\b",
            @"\b(?:may|can|could) ?not (?:read|access|view|list|see) (?:what is needed|this|the|them|these)\b",
            @"\bneeds? a permission\b",
            @"\b(?:does not|doesn't|do not|don't) have (?:the )?(?:\w+ ){0,2}(?:permissions?|access|rights?|privileges?|scopes?)\b",
            @"\bnot (?:authori[sz]ed|allowed|permitted) to (?:access|read|view|perform|list|use|query)\b",
            @"\b(?:permission|access)[ _-]denied\b|\binsufficient_access\w*|\bauthorization_requestdenied\b|\baccessdenied(?:exception)?\b",
            Status("403"),
            @"\b403 forbidden\b"]), AnyOf(MissingScope)),
        new(ErrorKind.WrongCredentials, NextStepKind.SendReconnectionLink, AnyOf(
            Status("401"),
            @"\bunauthori[sz]ed\b(?:_client)?|\bunauthenticated\b",
            $@"\b(?:invalid|wrong|incorrect|bad|unknown|unrecogni[sz]ed|missing)[ _-](?:or (?:missing|expired) )?(?:user ?name|user|login|client(?:[ _]?id)?|(?:client |api |access |bearer |refresh |auth(?:entication)? )?[ _]?{Secret}|x-api-key)\b",
            $@"\b(?:user ?name|password|client id|{Secret})\b{Gap}\b(?:is|are|was|were) (?:not valid|invalid|wrong|incorrect|not correct|not recogni[sz]ed|unknown|rejected|refused)\b",
            @"\b(?:authentication|authorization|sign-?in|log-?in|login)\b[^.;\r\n]{0,20}\b(?:failed|failure|rejected|refused|unsuccessful)\b",
            $@"\b(?:refused|rejected|did not accept|does not accept)\b[^.;\r\n]{{0,20}}\b(?:user name|password|client id|{Secret})\b",
            @"\b(?:invalid_client|invalid_login|invalid_auth|authfailure|signaturedoesnotmatch|invalidclienttokenid)\b|\baadsts(?:7000215|700016|50126)\b",
            @"\bcould not (?:authenticate|sign in|log in)\b")),
        new(ErrorKind.TooSlow, NextStepKind.ContactSupport, AnyOf(
            @"\b(?:sync|job|run|import|export)\b[^.;\r\n]{0,30}\b(?:time limit|time budget|timed out|maximum (?:duration|run ?time|execution time))",
            @"\btime limit of \d",
            @"\bmaximum (?:execution|run|running) ?time\b",
            @"\btook (?:too long|longer than allowed)\b")),
        new(ErrorKind.WrongAddress, NextStepKind.EnterCredentials, AnyOf(
            Status("404|410|30[1278]"),
            @"\b404 not found\b|\b410 gone\b",
            @"\b(?:tenant|sub-?domain|company|organi[sz]ation|instance|workspace|account|site|domain|host|portal|endpoint|resource|url|route|page|api version)\b[^.;\r\n]{0,60}\b(?:not found|does not exist|doesn't exist|unknown|no longer exists|has moved|was moved)\b",
            @"\b(?:unknown|no such|invalid|could not find the) (?:tenant|sub-?domain|company|instance|host|url|site|endpoint)\b",
            @"\bhas nothing under\b|\bsends its visitors (?:elsewhere|on)\b|\bthere is no \S+ on the network\b",
            @"\baadsts90002\b")),
        new(ErrorKind.Outage, NextStepKind.OpenLog, AnyOf(
            Status(@"5\d\d"),
            @"\b(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|temporarily unavailable|service_unavailable|server_error)\b",
            @"\b(?:undergoing|scheduled|under|planned|down for|in) maintenance\b|\bmaintenance (?:mode|window)\b",
            @"\b(?:unreachable|not reachable|could not be reached|could not connect|cannot connect|failed to connect|unable to connect|could not resolve|no route to host|network error)\b",
            @"\bconnection\b[^.;\r\n]{0,40}\b(?:refused|reset|timed out|closed|aborted|dropped|terminated|lost)\b|\bended the connection\b|\bsocket hang up\b|\bbroken pipe\b|\bunexpected eof\b",
            @"\b(?:econnrefused|econnreset|etimedout|econnaborted|ehostunreach|enetunreach|eai_again|enotfound|epipe|nxdomain)\b",
            @"\bgetaddrinfo\b|\bname or service not known\b|\bno such host(?: is known)?\b|\bdns\b|\bname resolution\b",
            @"\b(?:request|read|operation|call|query|response|upstream|server|socket|client\.timeout|connect)\b[^.;\r\n]{0,30}\b(?:timed out|time-?out|exceeded)\b|\btime-?out (?:of|after|while|exceeded|error)\b|\btimed out\b|\bdeadline exceeded\b|\bdid not answer\b|\bno answer\b",
            @"\bdoes not accept connections\b|\bhas a problem of its own\b|\boverloaded\b|\bout of service\b")),
        new(ErrorKind.InvalidData, NextStepKind.OpenLog, AnyOf([
            .. UnusableField,
            @"\b(?:required|mandatory|optional) (?:field|property|column|attribute|parameter|value)s?\b",
            @"\b(?:invalid|malformed|unparsable|unparseable|corrupt(?:ed)?|unsupported|unexpected) (?:\w+ )?(?:json|xml|csv|date|value|format|payload|response|token|character|data|type|enum|encoding|content)\b",
            @"\bunexpected (?:end|eof|token)\b|\bsyntax error\b",
            @"\b(?:cannot|could not|can't|failed to|unable to) (?:be )?(?:read|parse\w*|deseriali[sz]e\w*|decode\w*|convert\w*|map|mapped)\b",
            @"\b(?:json|xml|schema|format)\w* ?(?:parse|validation|decode|decoding)? ?(?:error|exception|violation|mismatch)\b|\bvalidation (?:failed|error)\b|\bdoes not match the schema\b",
            @"\banswer that cannot be used\b|\bno longer sends\b|\bduplicate (?:key|id|record|entry|value)s?\b|\bmust (?:not be (?:null|empty)|be unique|be a (?:valid )?)\b",
            Status("400|422")]), AnyOf(UnusableField)),
    ];

    /// <summary>One that takes linear time, in any case.</summary>
    public static Regex Compile(string expression) =>
        new(expression, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static Regex AnyOf(params string[] expressions) => Compile(string.Join('|', expressions));

    // A number alone may count records; what stands before it, or brackets of its own, say that it is an HTTP status.
    private static string Status(string codes) =>
        $@"\b(?:http(?:/\d(?:\.\d)?)?|status|code|answered|answer|returned|responded|response|replied|got|received|failed with|error)(?:[ _-]?(?:status|code|with|error|was|is)){{0,2}}[\s:=#""'(]{{1,3}}(?:{codes})\b|\((?:http )?(?:{codes})\)|^\W{{0,2}}(?:{codes})(?: (?-i:[A-Z])|[:\-,]|$)";
}

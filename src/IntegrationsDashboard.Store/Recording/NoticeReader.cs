namespace IntegrationsDashboard.Store.Recording;

/// <summary>A person who is told something by mail.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Language">The language of their mails, one of <see cref="Languages.All"/>.</param>
/// <param name="Rights">What they may do in the workspace: nobody is sent a link that they could not make.</param>
public sealed record NoticeReader(Guid PersonId, string Name, string Email, string Language, Rights Rights);

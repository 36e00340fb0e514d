namespace IntegrationsDashboard.Web.Api;

/// <summary>What went wrong with a call.</summary>
/// <param name="Code">For programs, such as <c>PLATFORM.INPUT_INVALID</c>.</param>
/// <param name="Title">The code in words.</param>
/// <param name="Message">What exactly, and what to do about it.</param>
/// <param name="LogUrl">Part of the published shape; nothing is logged that a program could look up, so always null.</param>
internal sealed record ApiErrorDetail(string Code, string Title, string Message, string? LogUrl = null);

using Microsoft.AspNetCore.Components.Server.Circuits;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Has an open page answer in the language in which it was opened, whatever the connection it is heard over asks for.</summary>
internal sealed class CircuitLanguage(Viewer viewer) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            viewer.Speak();
            await next(context);
        };
}

using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Api;

/// <summary>Says what calls need.</summary>
internal static class CallRightsExtensions
{
    /// <summary>Lets only keys make the call that are allowed this; every call says it.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder call, Rights rights)
        where TBuilder : IEndpointConventionBuilder => call.WithMetadata(new CallRights(rights));
}

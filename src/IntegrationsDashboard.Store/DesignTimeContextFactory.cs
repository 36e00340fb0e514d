using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IntegrationsDashboard.Store;

/// <summary>Lets <c>dotnet ef migrations add</c> make a context without starting the program.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<DashboardContext>
{
    public DashboardContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<DashboardContext>();
        StoreServices.Configure(builder, new StoreOptions());
        return new DashboardContext(builder.Options);
    }
}

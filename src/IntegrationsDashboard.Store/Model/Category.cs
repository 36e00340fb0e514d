namespace IntegrationsDashboard.Store.Model;

/// <summary>The kind of tool. The numbers are stored.</summary>
public enum Category
{
    /// <summary>Human resources information system.</summary>
    Hris = 0,

    /// <summary>Applicant tracking system.</summary>
    Ats = 1,

    /// <summary>Assessment of applicants.</summary>
    Assessment = 2,

    /// <summary>Learning management system.</summary>
    Lms = 3,
}

using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>Holds the settings for the database: section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The kind of database: Sqlite for one machine, PostgreSql for several.</summary>
    [EnumDataType(typeof(StorageProvider), ErrorMessage = "Storage:Provider must be Sqlite or PostgreSql.")]
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>An ADO.NET connection string. A relative SQLite file is in the working folder.</summary>
    [Required(ErrorMessage = "Storage:ConnectionString is missing.")]
    public string ConnectionString { get; set; } = "Data Source=hartwood.db";
}

/// <summary>Lists the databases that the bot supports.</summary>
public enum StorageProvider
{
    Sqlite = 1,
    PostgreSql = 2,
}

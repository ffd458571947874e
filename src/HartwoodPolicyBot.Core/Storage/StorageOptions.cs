using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>Where the bot keeps what it keeps: section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Sqlite for one machine, PostgreSql for more.</summary>
    [EnumDataType(typeof(StorageProvider), ErrorMessage = "Storage:Provider must be Sqlite or PostgreSql.")]
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>An ADO.NET connection string. A relative SQLite file lies in the working folder.</summary>
    [Required(ErrorMessage = "Storage:ConnectionString is missing.")]
    public string ConnectionString { get; set; } = "Data Source=hartwood.db";
}

public enum StorageProvider
{
    Sqlite = 1,
    PostgreSql = 2,
}

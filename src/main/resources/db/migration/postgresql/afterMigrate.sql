-- Text is ordered by its characters and folded by Unicode's rules, whatever the collation of the database: then lists come
-- in the same order everywhere, and "é" finds "É". PostgreSQL has had this collation since version 18.
do $$
declare
    text_column record;
begin
    for text_column in
        select t.relname as table_name, c.attname as name, format_type(c.atttypid, c.atttypmod) as type
        from pg_attribute c
            join pg_class t on t.oid = c.attrelid
        where t.relnamespace = current_schema::regnamespace
            and t.relkind in ('r', 'p')
            and t.relname <> 'flyway_schema_history'
            and c.attnum > 0
            and not c.attisdropped
            and c.attcollation = '"default"'::regcollation
    loop
        execute format('alter table %I alter column %I type %s collate pg_unicode_fast',
            text_column.table_name, text_column.name, text_column.type);
    end loop;
end
$$;
